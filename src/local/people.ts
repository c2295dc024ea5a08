/** A person of the demo organization, as the local workspace needs to know one. `zone` is IANA. */
export type LocalPerson = {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly roles: readonly string[];
  readonly email?: string;
  readonly slackUser?: string;
  readonly teamsUser?: string;
  readonly zone?: string;
};

export type People = () => Promise<readonly LocalPerson[]>;
