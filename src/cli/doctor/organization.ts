import { firstCoordinator, organizationIds, organizationOfTx, programsOn, type Store } from '../../store';
import { type Finding, ok, warning, wrong } from './finding';

/** That there is an organization, with a coordinator and a program. Names are not printed. */
export async function checkOrganization(store: Store, programs: ReadonlySet<string>): Promise<readonly Finding[]> {
  const ids = await organizationIds(store);
  if (ids.length === 0) return [wrong('Organization', 'there is none yet', 'Run: npm run mentor -- setup')];
  const findings: Finding[] = [ok('Organization', ids.length === 1 ? 'one' : `${ids.length}`)];
  for (const id of ids) {
    const { zone, coordinator, on } = await store.inOrganization(id, undefined, async (tx) => ({
      zone: (await organizationOfTx(tx)).zone,
      coordinator: await firstCoordinator(tx),
      on: await programsOn(tx),
    }));
    findings.push(
      coordinator
        ? ok('Coordinator', `there is one; time zone ${zone}`)
        : warning(
            'Coordinator',
            'nobody coordinates',
            'Run: npm run mentor -- setup, or give somebody the role coordinator in the list of people.',
          ),
    );
    const lost = on.filter((program) => !programs.has(program));
    if (on.length === 0) findings.push(wrong('Programs on', 'none', 'Run: npm run mentor -- setup --program ID'));
    else if (lost.length > 0)
      findings.push(
        wrong('Programs on', `${lost.join(', ')} has no definition`, 'Put its file back into PROGRAMS_DIR.'),
      );
    else findings.push(ok('Programs on', on.join(', ')));
  }
  return findings;
}
