import type { LonLat } from "./atlas.ts";

/**
 * Positions under a satellite on a circular orbit that leaves `start` north-eastwards, longitudes running on.
 * @param tilt inclination in degrees
 * @param period minutes for one turn
 * @param turns how many turns are drawn
 */
export function groundTrack(start: LonLat, tilt: number, period: number, turns: number): readonly LonLat[] {
  const degree = Math.PI / 180;
  const [sinTilt, cosTilt] = [Math.sin(tilt * degree), Math.cos(tilt * degree)];
  const startAngle = Math.asin(Math.sin(start[1] * degree) / sinTilt);
  const longitudeAt = (angle: number): number => Math.atan2(cosTilt * Math.sin(angle), Math.cos(angle));
  const steps = 400;
  const track: LonLat[] = [];
  let unwrapped = longitudeAt(startAngle);
  for (let step = 0; step <= steps; step++) {
    const turned = (step / steps) * turns;
    const angle = startAngle + turned * 2 * Math.PI;
    const raw = longitudeAt(angle);
    unwrapped = raw + 2 * Math.PI * Math.round((unwrapped - raw) / (2 * Math.PI));
    // The Earth turns 360 degrees in 1436 minutes against the stars.
    const earthTurn = (turned * period * 360) / 1436;
    track.push([start[0] + (unwrapped - longitudeAt(startAngle)) / degree - earthTurn, Math.asin(sinTilt * Math.sin(angle)) / degree]);
  }
  return track;
}
