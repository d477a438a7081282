import { defineConfig } from "vitest/config";

/** `npm run test:machine`: slow explorations, and whatever needs more than Node, npm and git. */
export default defineConfig({
  test: {
    include: ["tests/machine/**/*.test.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    // Each of them wants the machine for itself.
    fileParallelism: false,
  },
});
