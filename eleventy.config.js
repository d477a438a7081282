export { default, config } from "./.eleventy.ts";
