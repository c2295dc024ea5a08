import { withTyped } from '../../src/local/page/typed';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'TextBlock', id: 'need', text: 'Not an input' },
    { type: 'Container', items: [{ type: 'Input.Text', id: 'need', value: 'from the bot' }] },
    { type: 'Input.Number', id: 'places', value: 2 },
    { type: 'Input.ChoiceSet', id: 'topics', value: 'a,b' },
    { type: 'Input.Toggle', id: 'agreed', value: 'no' },
  ],
};

describe('a card that is drawn again', () => {
  it('holds what was typed, also where something was taken away', () => {
    expect(withTyped(card, { need: 'mine', places: '3', topics: '' })).toEqual({
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', id: 'need', text: 'Not an input' },
        { type: 'Container', items: [{ type: 'Input.Text', id: 'need', value: 'mine' }] },
        { type: 'Input.Number', id: 'places', value: 3 },
        { type: 'Input.ChoiceSet', id: 'topics', value: '' },
        { type: 'Input.Toggle', id: 'agreed', value: 'no' },
      ],
    });
  });

  it('has an empty place for an emptied number', () => {
    const [, , places] = [withTyped(card, { places: '' }).body].flat();
    expect(places).toEqual({ type: 'Input.Number', id: 'places', value: undefined });
  });
});
