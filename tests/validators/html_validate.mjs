// node html_validate.mjs NODE_MODULES PAGE...: what html-validate finds in each page, as JSON.
// By its functions, not by its command, which needs a newer Node than distributions carry.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, ...pages] = process.argv.slice(2);
const { HtmlValidate, StaticConfigLoader } = createRequire(`${modules}/`)("html-validate");
const config = JSON.parse(readFileSync(new URL("html-validate.json", import.meta.url), "utf8"));
const validator = new HtmlValidate(new StaticConfigLoader(config));
const found = {};
for (const page of pages) {
  const report = await validator.validateString(readFileSync(page, "utf8"));
  found[page] = report.results.flatMap((result) =>
    result.messages.map((each) => `${each.line}:${each.column} ${each.ruleId}: ${each.message}`));
}
process.stdout.write(JSON.stringify(found));
