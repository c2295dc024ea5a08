import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

it.each(['', 'page.js', 'page.css'])('the page forbids what is not its own, also with its file "%s"', async (file) => {
  const policy = (await fetch(`${place.url}/local/${file}`)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
});
