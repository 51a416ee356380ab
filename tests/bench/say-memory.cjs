/** Says at the end of a process how many kilobytes it took at most. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
