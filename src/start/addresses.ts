import { slackAddressOf } from '../channels/slack';
import { teamsAddressOf } from '../channels/teams';
import type { Address, Identity } from '../chat';

/** Where an account can be written to that has never written to us. */
export const addressOfAccount = ({ channel, tenant, user }: Identity): Address =>
  channel === 'slack' ? slackAddressOf({ team: tenant, user }) : teamsAddressOf({ tenant, user });
