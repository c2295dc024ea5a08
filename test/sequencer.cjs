const { default: Sequencer } = require('@jest/test-sequencer');

/** Folders whose tests take longest, first: else one core has nothing to do while the other one ends the last of them. */
const longest = ['transcripts', 'browser', 'faults', 'wire', 'rights', 'services', 'cli'];

const placeOf = ({ path }) => {
  const place = longest.findIndex((folder) => path.includes(`/test/${folder}/`));
  return place < 0 ? longest.length : place;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
};
