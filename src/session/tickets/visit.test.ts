import { expect } from '@open-wc/testing';
import { forgetVisit, visitOf } from './visit.js';

afterEach(() => {
  for (const url of ['/a', '/b']) forgetVisit(url);
});

describe('what a visitor is known by', () => {
  it('is a secret of its own for each address, and stays the same', () => {
    const visit = visitOf('/a');
    expect(visit).to.match(/^[\w-]{32}$/);
    expect(visitOf('/a')).to.equal(visit);
    expect(visitOf('/b')).not.to.equal(visit);
  });

  it('outlives a reload, by the tab’s own storage', () => {
    const visit = visitOf('/a');
    expect(Object.values(sessionStorage)).to.include(visit);
    sessionStorage.setItem('visavis-visit /a', 'of-before-the-reload');
    expect(visitOf('/a')).to.equal('of-before-the-reload');
  });

  it('is another one after the chat', () => {
    const visit = visitOf('/a');
    forgetVisit('/a');
    expect(Object.values(sessionStorage)).not.to.include(visit);
    expect(visitOf('/a')).not.to.equal(visit);
  });

  it('is one for this page where the browser keeps nothing', () => {
    const real = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    try {
      expect(visitOf('/b')).to.equal(visitOf('/b'));
    } finally {
      Object.defineProperty(window, 'sessionStorage', real);
    }
  });
});
