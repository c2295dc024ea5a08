/** Given by the test environment, whose module system refuses import(); see test/environment.cjs. */
declare var nativeImport: ((name: string) => Promise<unknown>) | undefined;
