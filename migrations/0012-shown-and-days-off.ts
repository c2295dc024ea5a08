import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * The mentors of the list that a person was shown last, in their order: "the second one" means one of them. And what an
 * organization has made of its days off: one of its own by its day (`2027-10-18`, every year `10-18`) and name, or a federal
 * holiday (`columbus`) on which it works, without a name.
 */
const schema = `
alter table pending add column shown uuid[];
create table day_off (
  organization_id uuid not null references organization,
  day text not null,
  name text,
  primary key (organization_id, day)
);
`;

export class ShownAndDaysOff1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'day_off', 'select, insert, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
