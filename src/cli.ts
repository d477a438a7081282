import { main } from "./main.ts";

const code = await main(process.argv.slice(2));
// Once all is printed: taking the memory of a large archive apart in order would cost a tenth of a second.
process.stdout.write("", () => process.exit(code));
