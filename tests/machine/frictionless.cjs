/*
 * Reads a data package with the library of the Frictionless project, which knows the published schemas: arguments are the
 * folder that library was installed in, and the package's folder. Compressed tables must have been unpacked, since it
 * reads none. Prints as JSON what it found wrong, and how many rows each table has.
 */
const path = require("node:path");

async function main(library, folder) {
  const { Package } = require(path.join(library, "node_modules/datapackage"));
  const found = await Package.load(path.join(folder, "datapackage.json"));
  const faults = found.valid ? [] : found.errors.map(String);
  const rows = {};
  for (const resource of found.resources) {
    if (!resource.valid) faults.push(...resource.errors.map((error) => `${resource.name}: ${error}`));
    // Reads every cell by its type, and sees that no key stands twice.
    if (resource.tabular) rows[resource.name] = (await resource.read({ keyed: true })).length;
  }
  console.log(JSON.stringify({ faults, rows }));
}

void main(...process.argv.slice(2));
