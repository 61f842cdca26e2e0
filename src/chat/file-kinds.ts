/** What a file is by its content. The last four act when they are opened. */
export type FileKind =
  | Picture
  | 'bmp'
  | 'tiff'
  | 'heic'
  | 'ico'
  | 'pdf'
  | 'rtf'
  | 'zip'
  | 'ole'
  | '7z'
  | 'rar'
  | 'gzip'
  | 'mp4'
  | 'webm'
  | 'ogg'
  | 'riff'
  | 'mp3'
  | 'flac'
  | Acting;

/** Kinds that browsers show in an `<img>`, and that are nothing but a picture. */
export type Picture = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';
type Acting = 'svg' | 'html' | 'script' | 'program';

interface About {
  readonly mime: string;
  /** Endings that say the truth of such a file; the first is given to one whose ending does not. */
  readonly endings: readonly string[];
}

const about = (mime: string, endings: string): About => ({ mime, endings: endings.split(' ') });

export const kinds: Readonly<Record<FileKind, About>> = {
  png: about('image/png', 'png apng'),
  jpeg: about('image/jpeg', 'jpg jpeg jpe jfif'),
  gif: about('image/gif', 'gif'),
  webp: about('image/webp', 'webp'),
  avif: about('image/avif', 'avif avifs'),
  bmp: about('image/bmp', 'bmp dib'),
  tiff: about('image/tiff', 'tif tiff dng nef cr2 arw'),
  heic: about('image/heic', 'heic heif hif'),
  ico: about('image/x-icon', 'ico cur'),
  pdf: about('application/pdf', 'pdf ai'),
  rtf: about('application/rtf', 'rtf doc'),
  zip: about(
    'application/zip',
    'zip docx xlsx pptx docm xlsm pptm dotx xltx potx odt ods odp odg epub pages numbers key vsdx kmz 3mf',
  ),
  // Also what Office makes of a file with a password, under its new endings.
  ole: about('application/x-ole-storage', 'doc xls ppt msg vsd pub docx xlsx pptx dot xlt'),
  '7z': about('application/x-7z-compressed', '7z'),
  rar: about('application/vnd.rar', 'rar'),
  gzip: about('application/gzip', 'gz tgz'),
  mp4: about('video/mp4', 'mp4 m4v m4a mov qt 3gp 3g2 m4b f4v'),
  webm: about('video/webm', 'webm mkv mka weba'),
  ogg: about('audio/ogg', 'ogg oga ogv opus'),
  riff: about('audio/wav', 'wav avi'),
  mp3: about('audio/mpeg', 'mp3'),
  flac: about('audio/flac', 'flac'),
  svg: about('image/svg+xml', 'svg'),
  html: about('text/html', 'html htm xhtml xht shtml mht mhtml'),
  script: about('text/x-script', 'sh bash zsh command py rb pl js mjs'),
  program: about('application/x-msdownload', 'exe dll com scr sys'),
};

const pictures: readonly FileKind[] = ['png', 'jpeg', 'gif', 'webp', 'avif'];
const acting: readonly FileKind[] = ['svg', 'html', 'script', 'program'];

/** What a system runs when its name is clicked, whatever is in it. */
const runs = new Set(
  acting
    .flatMap((kind) => kinds[kind].endings)
    .concat(
      (
        'svgz xsl xslt bat cmd ps1 psm1 psd1 vbs vbe jse wsf wsh wsc hta msi msp mst msix appx appinstaller ' +
        'application gadget cpl inf ins isp reg lnk url website desktop scf pif jar jnlp class apk aab ipa dmg pkg ' +
        'app deb rpm run appimage iso img vhd vhdx chm hlp xll wasm php phtml phar asp aspx jsp cgi cjs swf ' +
        'library-ms search-ms settingcontent-ms theme themepack one onepkg diagcab ade adp mde mdb accde so dylib'
      ).split(' '),
    ),
);

export const isPicture = (kind: FileKind | undefined): kind is Picture =>
  kind !== undefined && pictures.includes(kind);
/** It may run, or bring a page with scripts to whoever opens it. */
export const acts = (kind: FileKind | undefined, ending: string): boolean =>
  runs.has(ending) || (kind !== undefined && acting.includes(kind));
export const isActing = (kind: FileKind): boolean => acting.includes(kind);
/** Some kind is known by this ending. */
export const isKnown = (ending: string): boolean =>
  runs.has(ending) || Object.values(kinds).some(({ endings }) => endings.includes(ending));
/** The mime types of pictures that are shown. */
export const pictureTypes: readonly string[] = pictures.map((kind) => kinds[kind].mime);

/** Lower case, without the dot; '' when the name has none. */
export const endingOf = (name: string): string =>
  /\.([a-z0-9-]{1,20})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
