/// <reference types="visavis/types/vue" />
