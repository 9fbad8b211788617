/** How a picture lies in its frame: enlarged, turned by quarters, pushed by pixels. */
export interface Place {
  scale: number;
  turn: number;
  x: number;
  y: number;
}

export const AS_IT_IS: Place = { scale: 1, turn: 0, x: 0, y: 0 };

const LARGEST = 8;

/** Larger or smaller, never smaller than the frame; at its own size it lies where it belongs. */
export function zoomed(place: Place, factor: number): Place {
  const scale = Math.min(LARGEST, Math.max(1, place.scale * factor));
  if (scale === 1) return { ...place, scale, x: 0, y: 0 };
  const grown = scale / place.scale;
  return { ...place, scale, x: place.x * grown, y: place.y * grown };
}

/** A quarter to the right. */
export const turned = (place: Place): Place => ({ ...place, turn: (place.turn + 90) % 360 });

export const moved = (place: Place, x: number, y: number): Place => ({
  ...place,
  x: place.x + x,
  y: place.y + y,
});

export const placed = ({ scale, turn, x, y }: Place): string =>
  `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})`;
