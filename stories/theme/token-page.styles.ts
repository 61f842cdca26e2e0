const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .token-page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--visavis-space-6);
    max-inline-size: 72rem;
    min-block-size: 100dvh;
    margin-inline: auto;
    padding: var(--visavis-space-6) var(--visavis-space-5);
    box-sizing: border-box;
    background: var(--visavis-color-surface);
    color: var(--visavis-color-text);
    font: 400 var(--visavis-text-s) / var(--visavis-leading) var(--visavis-font-family);
    overflow-wrap: anywhere;

    :where(h1, h2, ul, p, pre) { margin: 0; padding: 0; list-style: none; }
    & > header h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
    & > section > h2, .outcome h2 { font-size: var(--visavis-text-l); line-height: var(--visavis-leading-tight); }
    code, pre { font: 0.75rem / 1.5 ui-monospace, 'SF Mono', Menlo, monospace; }
    & > header p { max-inline-size: 40rem; margin-block-start: var(--visavis-space-2); font-size: var(--visavis-text-m); }
    & > header p, .quiet, & > section > p { color: var(--visavis-color-text-quiet); }
    & > section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--visavis-space-3); }

    .tried { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: var(--visavis-space-5); align-items: start; }
    .kit { display: grid; gap: var(--visavis-space-4); justify-items: start; }
    .kit { grid-template-columns: minmax(0, 1fr); }
    .kit > .recipe { min-block-size: 0; inline-size: 100%; padding: 0; align-items: start; background: none; }
    .outcome { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--visavis-space-3); }
    .warning { display: grid; gap: var(--visavis-space-2); padding: var(--visavis-space-4); border-inline-start: 4px solid var(--visavis-color-danger-text); border-radius: var(--visavis-radius-m); background: var(--visavis-color-danger-quiet); }
    .warning h2 { color: var(--visavis-color-danger-text); }
    .fine { padding: var(--visavis-space-3) var(--visavis-space-4); border-radius: var(--visavis-radius-m); background: var(--visavis-color-live-quiet); color: var(--visavis-color-live-text); font-weight: var(--visavis-weight-strong); }
    pre { padding: var(--visavis-space-4); border-radius: var(--visavis-radius-m); background: var(--visavis-color-surface-lowered); white-space: pre-wrap; }
    pre:focus-visible { outline: var(--visavis-focus-width) solid var(--visavis-color-focus); outline-offset: var(--visavis-focus-offset); }

    .tokens { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: 0 var(--visavis-space-5); }
    .tokens > li { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: var(--visavis-space-4); padding-block: var(--visavis-space-3); border-block-start: 1px solid var(--visavis-color-border); }
    .name { font-weight: 600; }
    .value { color: var(--visavis-color-text-quiet); }
    .sample { display: grid; grid-template-columns: minmax(0, 1fr); place-items: center; align-self: start; inline-size: 3rem; block-size: 3rem; overflow: clip; overflow-clip-margin: 12px; }
    .swatch { inline-size: 100%; block-size: 100%; border-radius: 0.5rem; box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--visavis-color-text) 16%, transparent); }
    .corner { inline-size: 2.75rem; block-size: 2.75rem; border: 1.5px solid var(--visavis-color-border-control); }
    .corner.raised { border: 0; border-radius: var(--visavis-radius-s); background: var(--visavis-color-surface-raised); }
    .length { max-inline-size: 100%; block-size: 0.5rem; border-radius: 2px; background: var(--visavis-color-brand); }

    .pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: var(--visavis-space-5); }
    .pairs > li { display: grid; align-content: start; gap: var(--visavis-space-2); }
    .pairs ul { display: grid; gap: var(--visavis-space-1); }
    .pair { display: grid; grid-template-columns: 3rem minmax(0, 1fr) auto; gap: var(--visavis-space-3); align-items: center; }
    .pair i { display: grid; place-items: center; block-size: 1.75rem; border-radius: 0.375rem; box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--visavis-color-text) 16%, transparent); font: 600 0.875rem / 1 var(--visavis-font-family); }
    .pair.reads i::before { content: 'Aa'; }
    .pair.shows i::before { content: ''; inline-size: 0.875rem; block-size: 0.875rem; border: 2px solid; border-radius: 50%; }
    .pair b { font-variant-numeric: tabular-nums; font-weight: 500; }
    .pair.weak :is(b, span) { color: var(--visavis-color-danger-text); font-weight: 600; }
  }
  @media (max-width: 26rem) {
    .token-page { padding: var(--visavis-space-4) var(--visavis-space-3); }
  }`);
document.adoptedStyleSheets.push(sheet);
