// Task: reads the FEC named on the command line once and prints the highest resident set in KiB.
import { readWholeFec } from '../stand/read-whole-fec.mjs';

await readWholeFec(process.argv[2]);
console.log(process.resourceUsage().maxRSS);
