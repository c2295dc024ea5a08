import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { TeamsAuthentication } from './auth';
import { conversationOf, type Place } from './reference';

type Logic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter, without its HTTP end: ours checks bodies first, and says less in its answers and on the console. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #audience: string;

  constructor(authentication: TeamsAuthentication, appId: string, audience: string) {
    super(authentication);
    this.#appId = appId;
    this.#audience = audience;
  }

  /** Checks who sent the activity, then runs the turn. Rejects when it was not Teams. */
  take(authorization: string, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** A turn of our own in a conversation we know. */
  resume(place: Place, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, conversationOf(place), answeringNothing(logic));
  }

  /** A turn in a person's own chat with the bot, whose id we do not know. */
  openChat(place: Omit<Place, 'conversation'>, logic: Logic): Promise<void> {
    const { serviceUrl, bot, user, tenant } = place;
    const parameters = {
      isGroup: false,
      bot: { id: bot, name: '' },
      members: [{ id: user, name: '' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    };
    return this.createConversationAsync(
      this.#appId,
      'msteams',
      serviceUrl,
      this.#audience,
      parameters,
      answeringNothing(logic),
    );
  }
}

/** The SDK invents an activity for such a turn, and would send everything as a reply to it; Teams knows of no such activity. */
const answeringNothing =
  (logic: Logic): Logic =>
  (context) => {
    delete context.activity.id;
    return logic(context);
  };
