/** What a test opens is closed after it, whatever became of the test: the newest first. */
export function tidy(): (close: () => Promise<void>) => void {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  }, 60_000);
  return (close) => void open.push(close);
}
