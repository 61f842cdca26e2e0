/// <reference types="visavis/types/svelte" />
