/// <reference types="visavis/types/react" />
