// PGlite and the browser driver call import() at run time, which jest's vm refuses; the real one is handed in.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.nativeImport = (name) => import(name);
  }
};
