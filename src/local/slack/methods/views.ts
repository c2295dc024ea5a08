import { isRecord, type Json, textAt } from '../../json';
import { viewRefusal } from '../limits/view';
import { viewObject } from '../viewObject';
import type { SlackView } from '../views';
import type { SlackWorld } from '../world';
import { withIds } from './blockIds';
import { type Method, no, refused } from './method';

/** A view with every block and element named. */
export const named = (view: Json): Json => ({ ...view, blocks: withIds(view.blocks) });

const twin = (view: Json, world: SlackWorld, self?: SlackView): boolean => {
  const id = textAt(view, 'external_id');
  const found = id ? world.views.byExternalId(id) : undefined;
  return found !== undefined && found.id !== self?.id;
};

export const open: Method = (args, world) => {
  const { view } = args;
  const wrong = viewRefusal(view, 'modal');
  if (wrong) return refused(wrong);
  if (!isRecord(view)) return no('invalid_arguments');
  if (twin(view, world)) return no('duplicate_external_id');
  const trigger = world.triggers.use(textAt(args, 'trigger_id') ?? '');
  if (!trigger.ok) return no(trigger.error);
  const opened = world.views.open(trigger.user, named(view));
  world.changed(trigger.user);
  return { ok: true, view: viewObject(world, opened) };
};

export const update: Method = (args, world) => {
  const { view } = args;
  const found =
    world.views.byId(textAt(args, 'view_id') ?? '') ?? world.views.byExternalId(textAt(args, 'external_id') ?? '');
  if (found?.shown.type !== 'modal') return no('not_found');
  const wrong = viewRefusal(view, 'modal');
  if (wrong) return refused(wrong);
  if (!isRecord(view)) return no('invalid_arguments');
  if (twin(view, world, found)) return no('duplicate_external_id');
  if (args.hash !== undefined && args.hash !== found.hash) return no('hash_conflict');
  const updated = world.views.replace(found, named(view));
  world.changed(found.user);
  return { ok: true, view: viewObject(world, updated) };
};

export const publish: Method = async (args, world) => {
  const { view } = args;
  const person = await world.directory.find(textAt(args, 'user_id') ?? '');
  if (!person) return no('user_not_found');
  const wrong = viewRefusal(view, 'home');
  if (wrong) return refused(wrong);
  if (!isRecord(view)) return no('invalid_arguments');
  const before = world.views.homeOf(person.id);
  if (args.hash !== undefined && before && args.hash !== before.hash) return no('hash_conflict');
  const published = world.views.publish(person.id, named(view));
  world.changed(person.id);
  return { ok: true, view: viewObject(world, published) };
};
