// Server rendering imports the package where there is no DOM: no entry may touch one on import.
await import('visavis');
await import('visavis/define');
await import('visavis/testing');
