/** Calls this if it is ever executed: `globalThis.hostile` then is no longer undefined. */
const call = 'globalThis.hostile=1';

const elements = [
  `<script>${call}</script>`,
  `<img src=x onerror="${call}">`,
  `<svg onload="${call}"></svg>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin="${call}" attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<iframe src="javascript:parent.${call}"></iframe>`,
  `<object data="data:text/html,<script>${call}</script>"></object>`,
  `<embed src="javascript:${call}">`,
  `<a href="javascript:${call}">press me</a>`,
  `<form action="javascript:${call}"><button autofocus>`,
  `<input autofocus onfocus="${call}">`,
  `<details open ontoggle="${call}">`,
  `<video src=x onerror="${call}"></video>`,
  `<audio src=x onerror="${call}">`,
  `<body onload="${call}">`,
  `<style>*{display:none}</style>`,
  `<style>@import "https://evil.example/x.css";</style>`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<base href="https://evil.example/">`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${call}">`,
  `<template shadowrootmode=open><script>${call}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<marquee onstart="${call}">`,
  `<div style="position:fixed;inset:0;background:red">`,
  `<div style="background:url(https://evil.example/x)">`,
  `<chat-message item-id="1"></chat-message>`,
  `<x-y onclick=${call} tabindex=1 id=x></x-y>`,
  `<button popovertarget=x>`,
];

/** Ways out of whatever an element may stand in. */
const contexts = [
  (it: string) => it,
  (it: string) => `"><${it.slice(1)}`,
  (it: string) => `'>${it}`,
  (it: string) => `-->${it}<!--`,
  (it: string) => `</textarea></title></style></bdi>${it}`,
  (it: string) => it.replaceAll('<', '<\u0000'),
];

const templates = [
  '${globalThis.hostile=1}',
  '{{constructor.constructor("globalThis.hostile=1")()}}',
  '#{7*7}',
  '<%= 7*7 %>',
  '[[${7*7}]]',
  '<!--?lit$1234$-->',
  '?lit$0000000000$',
  '{{lit-1234}}',
  '&lt;script&gt;globalThis.hostile=1&lt;/script&gt;',
  '&#60;img src=x onerror=globalThis.hostile=1&#62;',
  '\\u003cscript\\u003eglobalThis.hostile=1\\u003c/script\\u003e',
  '%3Cscript%3EglobalThis.hostile=1%3C/script%3E',
  '__proto__',
  'constructor',
  '{"__proto__":{"hostile":1}}',
  'javascript:globalThis.hostile=1',
  'data:text/html,<script>globalThis.hostile=1</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  'https://evil.example@good.example/',
];

/** Two hundred texts that have to be shown as they are, and do nothing. */
export const hostileTexts: readonly string[] = [
  ...elements.flatMap((element) => contexts.map((around) => around(element))),
  ...templates,
];

/** Letters under a heap of accents, which would be painted over what is around. */
export const zalgo = Array.from('he comes')
  .map((letter) => letter + '\u0336\u0310\u0343\u0489'.repeat(20))
  .join('');

/** A name whose ending is turned round. */
export const turned = 'The file is \u202Egpj.exe and so is the rest';

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  'javascript&colon;',
  'javascript\u200b:',
  'vbscript:',
  'data:text/html,',
  'data:text/html;base64,',
  'blob:https://evil.example/',
  'file:///',
  'ftp://',
  'view-source:https://',
  'chrome://',
  'about:',
  'intent://',
  'ws://',
  'http:',
  'https:/',
  'https:\\\\',
  'https://\\',
  'https://user@',
  'https://good.example@',
  'https://good.example:pass@',
  'https://good.example%40',
  'https://\u202e',
  'https://\u2066',
  'https://\u0000',
  'https://xn--',
  'mailto:?attach=/etc/passwd&to=',
  'mailto:a@b.example?bcc=',
  'tel:*#06#',
  'tel:javascript:',
  'sms:',
  'www.@',
  'www.\u202e',
];
const rests = [
  'alert(1)',
  'evil.example',
  'evil.example/%0d%0aSet-Cookie:x',
  '//evil.example/x',
  '<script>alert(1)</script>',
  '"onmouseover="alert(1)',
  "'onmouseover='alert(1)",
  '\u202egpj.exe',
  'аpple.example/',
  '１２７.０.０.１/',
  '2130706433/',
  '[::1]/',
  'a'.repeat(10_000),
  ' https://javascript:alert(1)@evil.example',
];

/** Over five hundred addresses that are none, or go elsewhere than they say. */
export const hostileLinks: readonly string[] = schemes.flatMap((scheme) =>
  rests.map((rest) => scheme + rest),
);
