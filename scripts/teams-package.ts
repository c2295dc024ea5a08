import { zipSync } from 'fflate';
import { z } from 'zod';

/** What the manifest leaves open: the bot's application id, the address people reach us at, and our version. */
export type PackageValues = {
  readonly appId: string | undefined;
  readonly publicUrl: string | undefined;
  readonly version: string;
};

/** The files of `manifests/teams`. */
export type PackageSource = { readonly manifest: string; readonly color: Uint8Array; readonly outline: Uint8Array };

export type Packaged =
  | { readonly ok: true; readonly zip: Uint8Array; readonly manifest: unknown }
  | { readonly ok: false; readonly faults: readonly string[] };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const plainVersion = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const open = /\$\{\{[^}]*\}?\}?/g;

function publicHost(address: string | undefined): { readonly host: string } | { readonly fault: string } {
  if (address === undefined || address === '')
    return { fault: 'PUBLIC_URL is missing; the app names its pages with it, for example https://mentor.example.gov.' };
  if (!URL.canParse(address)) return { fault: 'PUBLIC_URL is no address; write it like https://mentor.example.gov.' };
  const { protocol, host, hostname } = new URL(address);
  if (protocol !== 'https:') return { fault: 'PUBLIC_URL must begin with https://; Teams takes no other address.' };
  if (/^(localhost|127\.|\[::1\])/.test(hostname))
    return { fault: 'PUBLIC_URL is an address of this computer alone; Teams needs one that it can reach.' };
  return { host };
}

/**
 * Fills the manifest and packs it with both icons into one archive, all at its root, the same bytes for the same input.
 * Refuses, with a sentence for each fault, what is missing and what would still be open.
 */
export function packageTeams(source: PackageSource, { appId, publicUrl, version }: PackageValues): Packaged {
  const faults: string[] = [];
  if (appId === undefined || appId === '')
    faults.push('TEAMS_APP_ID is missing; it is the application (client) id of the bot in Azure.');
  else if (!guid.test(appId)) faults.push('TEAMS_APP_ID is no id like 00000000-0000-0000-0000-000000000000.');
  const found = publicHost(publicUrl);
  if ('fault' in found) faults.push(found.fault);
  if (!plainVersion.test(version))
    faults.push('The version in package.json must be three numbers like 1.4.0; Teams takes nothing beside them.');
  if (appId === undefined || 'fault' in found || faults.length > 0) return { ok: false, faults };

  const filled = source.manifest.replaceAll('${{TEAMS_APP_ID}}', appId).replaceAll('${{PUBLIC_HOST}}', found.host);
  const left = [...new Set(filled.match(open) ?? [])];
  if (left.length > 0) {
    return { ok: false, faults: left.map((name) => `The manifest still holds ${name}, which nothing fills in.`) };
  }
  const manifest = { ...z.looseObject({}).parse(JSON.parse(filled)), version };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  // The earliest time that an archive can tell, so that nothing but the content makes two packages differ.
  const zip = zipSync(
    { 'manifest.json': text, 'color.png': source.color, 'outline.png': source.outline },
    { mtime: new Date(1980, 0, 1), level: 9 },
  );
  return { ok: true, zip, manifest };
}
