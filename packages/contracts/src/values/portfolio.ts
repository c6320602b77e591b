// Portfolio: the customers a member is narrowed to.
import { z } from 'zod';

const MOST_SEGMENTS = 50;

/** Their own customers, those of segments, or both; the segment '' stands for customers without one. */
export const portfolioValue = z.strictObject({
  own: z.boolean(),
  segments: z.array(z.string().max(80)).max(MOST_SEGMENTS),
});
