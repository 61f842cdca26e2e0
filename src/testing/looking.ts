/** Says for each test of the surrounding `describe` whether somebody looks at the page; at first, yes. */
export function looking(): (at: boolean) => void {
  const hasFocus = document.hasFocus.bind(document);
  let now = true;
  const look = (at: boolean): void => {
    now = at;
    window.dispatchEvent(new Event(at ? 'focus' : 'blur'));
  };
  beforeEach(() => {
    now = true;
    document.hasFocus = () => now;
  });
  afterEach(() => {
    document.hasFocus = hasFocus;
  });
  return look;
}
