/// <reference types="visavis/types/solid" />
