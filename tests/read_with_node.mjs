// Reads a data package with the Data Package libraries of the npm registry, and prints what it read as JSON.
// Usage: NODE_PATH=FOLDER/node_modules node read_with_node.mjs DATAPACKAGE_JSON

import { createRequire } from "node:module";

const { Package } = createRequire(import.meta.url)("datapackage");

const dataPackage = await Package.load(process.argv[2]);
const found = {
  valid: dataPackage.valid,
  errors: dataPackage.errors.map(String),
  name: dataPackage.descriptor.name,
  version: dataPackage.descriptor.version,
  resources: {},
};
for (const resource of dataPackage.resources) {
  const rows = await resource.read({ keyed: true, cast: true });
  const related = await resource.checkRelations();
  found.resources[resource.name] = {
    valid: resource.valid,
    errors: resource.errors.map(String),
    types: Object.fromEntries(resource.schema.fields.map((field) => [field.name, field.type])),
    key: resource.schema.primaryKey,
    references: resource.schema.foreignKeys.length,
    related,
    rows,
  };
}
process.stdout.write(JSON.stringify(found));
