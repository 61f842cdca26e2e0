/**
 * The files of a paste that are meant. Word and Excel put a picture of the text beside the text: then the text
 * is meant, unless it does no more than name the files, as file managers do.
 */
export function pastedFiles(data: DataTransfer): readonly File[] {
  const files = [...data.files];
  const text = data.getData('text/plain').trim();
  const lines = text.split(/\r?\n/);
  const names = lines.every((line) =>
    files.some(({ name }) => line === name || line.endsWith(`/${name}`)),
  );
  return text === '' || names ? files : [];
}
