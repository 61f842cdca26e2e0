/** A file that pretends, or that acts when it is opened. `content`: one character is one byte. */
export interface Hostile {
  readonly name: string;
  readonly content: string;
}

const exe = 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0';
const elf = '\x7fELF\x02\x01\x01';
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06';
const gif = 'GIF89a\x01\0\x01\0\0\0\0;';
const pdf = '%PDF-1.7\n';
const zip = 'PK\x03\x04\x14\0\0\0\x08\0';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const html = '<!DOCTYPE html><script>alert(1)</script>';
const script = '<script>alert(1)</script>';
const wide = (text: string, bom = '\xff\xfe'): string =>
  bom + Array.from(text, (one) => (bom === '\xfe\xff' ? `\0${one}` : `${one}\0`)).join('');

const of = (content: string, ...names: readonly string[]): readonly Hostile[] =>
  names.map((name) => ({ name, content }));

/** What trust.md case 87 asks for: none of these may ever be shown as a picture. */
export const hostileFiles: readonly Hostile[] = [
  // Programs under a harmless name.
  ...of(
    exe,
    'photo.png',
    'photo.jpg',
    'photo.gif',
    'photo.webp',
    'photo.avif',
    'bill.pdf',
    'a.docx',
  ),
  ...of(
    exe,
    'photo.jpg.exe',
    'photo.png .exe',
    'photo\u202egpj.exe',
    'setup.exe',
    'x.scr',
    'x.com',
    'x',
  ),
  ...of(elf, 'photo.png', 'notes.txt', 'run', 'lib.so'),
  ...of('\xcf\xfa\xed\xfe\x07\0\0\x01', 'photo.jpeg', 'tool'),
  ...of('\xca\xfe\xba\xbe\0\0\x004', 'photo.gif', 'A.class'),
  ...of('dex\n035\0', 'photo.webp'),
  ...of('L\0\0\0\x01\x14\x02\0\0\0\0\0', 'photo.png', 'photo.jpg.lnk'),
  ...of('#!/bin/sh\nrm -rf ~', 'photo.png', 'readme.txt', 'x.sh', 'x.command'),
  // What a system runs, told by the name alone.
  ...of('@echo off', 'a.bat', 'a.cmd', 'photo.jpg.bat'),
  ...of('WScript.Echo 1', 'a.vbs', 'a.js', 'a.jse', 'a.wsf', 'a.ps1', 'a.hta'),
  ...of('[InternetShortcut]\nURL=file://x/y', 'bill.pdf.url', 'a.scf', 'a.inf', 'a.reg'),
  ...of(zip, 'a.jar', 'a.apk', 'photo.png', 'photo.jpg.zip.png'),
  ...of('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.msi', 'photo.jpg', 'bill.pdf'),
  // Pages and drawings with scripts.
  ...of(svg, 'logo.svg', 'logo.png', 'logo.jpg', 'logo.gif', 'logo.svg.png', 'logo.txt', 'logo'),
  ...of(`\xef\xbb\xbf${svg}`, 'logo.png'),
  ...of(`<?xml version="1.0"?>\n<!-- ${'x'.repeat(900)} -->\n${svg}`, 'logo.png', 'logo.webp'),
  ...of(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY x "y">]>${svg}`, 'logo.png'),
  ...of(`<!---->${svg}`, 'logo.avif'),
  ...of(
    `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>`,
    'a.png',
  ),
  ...of(wide(svg), 'logo.png'),
  ...of(wide(svg, '\xfe\xff'), 'logo.png'),
  ...of(wide(svg, ''), 'logo.png'),
  ...of('\x1f\x8b\x08', 'logo.svgz', 'logo.png'),
  ...of(html, 'a.html', 'a.htm', 'a.xhtml', 'a.png', 'a.pdf', 'a.txt', 'a.csv', 'a.jpg.html'),
  ...of(` \n\t\f${html}`, 'a.png'),
  ...of(script, 'a.jpg', 'a.txt'),
  ...of('<IMG SRC=x onerror=alert(1)>', 'a.png', 'a.txt'),
  ...of('<iframe src=javascript:alert(1)>', 'a.gif'),
  ...of('<body/onload=alert(1)>', 'a.webp'),
  ...of('<math><mtext></math>', 'a.png'),
  ...of(`<!-- ${'x'.repeat(8000)} -->${script}`, 'a.png'),
  ...of(wide(html), 'a.png', 'a.txt'),
  ...of(wide(html, '\xfe\xff'), 'a.png'),
  ...of('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'a.png', 'a.xml'),
  ...of('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>', 'a.xml', 'a.jpg'),
  ...of('MIME-Version: 1.0\nContent-Type: text/html', 'a.mht', 'a.png'),
  // Two files in one.
  ...of(`GIF89a/*${html}*/=1;`, 'a.gif', 'a.html', 'a.js'),
  ...of(`${gif}${script}`, 'a.gif'),
  ...of(`\xff\xd8\xff\xe0\0\x10JFIF\0${html}`, 'a.jpg', 'a.htm'),
  ...of(`${png}tEXt<?php system($_GET[0]) ?>`, 'a.png', 'a.php', 'a.php.png'),
  ...of(`${png}${pdf}`, 'a.png', 'a.pdf'),
  ...of(`RIFF\x10\0\0\0WEBPVP8 ${svg}`, 'a.webp'),
  ...of(`\0\0\0\x1cftypavif\0\0\0\0avif${html}`, 'a.avif'),
  ...of(`${pdf}${html}`, 'a.png', 'a.html'),
  ...of(`BM${script}`, 'a.bmp.png'),
  // Nothing, or only a claim.
  ...of('', 'a.png', 'empty'),
  ...of('not a picture at all', 'a.png', 'a.jpg', 'a.gif', 'a.webp', 'a.avif', 'a.pdf'),
  ...of('\x89PNG', 'cut.png'),
  ...of('\xff\xd8', 'cut.jpg'),
  ...of('GIF88a', 'old.gif'),
  ...of('RIFF\x10\0\0\0WAVE', 'sound.webp'),
  ...of('\0\0\0\x18ftypmp42\0\0\0\0mp42', 'film.avif', 'film.png'),
  ...of('\0\0\0\x18ftypheic\0\0\0\0heic', 'phone.jpg'),
  ...of('II*\0', 'scan.jpg'),
];

/** Names that lead elsewhere, hide their ending, or break what they are written into. */
export const hostileNames: readonly string[] = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'C:\\autoexec.bat',
  '/etc/shadow',
  'a/../../b.png',
  '..',
  '.',
  '...',
  '/',
  '\\',
  '',
  ' ',
  '\0',
  'photo.png\0.exe',
  'CON',
  'con.png',
  'NUL.txt',
  'aux .png',
  'COM1.tar.gz',
  'LPT¹.txt',
  'CLOCK$',
  'photo\u202egpj.exe',
  'photo\u2066gnp.\u2069exe',
  'ph\u200boto.png',
  '\ufeffphoto.png',
  'photo.png\u200e.exe',
  'photo.pn\u00adg',
  'photo.png                                                  .exe',
  'photo.png.',
  'photo.png . . .',
  '.htaccess',
  '.bashrc',
  ' .profile',
  'photo.png::$DATA',
  'photo.png:evil.exe',
  'a|b>c<d"e?f*g.png',
  '<img src=x onerror=alert(1)>.png',
  '"><script>alert(1)</script>.png',
  "'; drop table files;--.png",
  '$(reboot).png',
  'a\r\nContent-Type: text/html.png',
  'a\tb.png',
  'a\u2028b.png',
  'Z\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351.png',
  'x'.repeat(4096),
  `${'x'.repeat(4096)}.png`,
  `${'👋'.repeat(2000)}.png`,
  `${'漢'.repeat(2000)}.png`,
  `x.${'y'.repeat(4096)}`,
  '\ud800.png',
  'photo.jpg.exe',
  'photo.exe.jpg',
  'invoice.pdf.js',
  'report.doc.lnk',
  'a\u2215b\uff0fc.png',
  'photo.png.SCR',
  'photo.ｐｎｇ',
  '%2e%2e%2fpasswd',
  '\u3164',
  '__proto__',
  'constructor',
];
