// What a picture says of itself.
import { expect, test } from 'vitest';
import { MOST_PICTURE_BYTES, readPicture } from './picture.ts';

// Three pixels by two, made by another program.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4IScHQQxwFgBBAAYZPEVBlgAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAANSP/9k=',
  'base64',
);

test('a PNG and a JPEG tell their size in pixels', () => {
  expect(readPicture(PNG)).toMatchObject({ format: 'png', width: 3, height: 2 });
  expect(readPicture(JPEG)).toMatchObject({ format: 'jpeg', width: 3, height: 2 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['an SVG, whatever its name', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['a GIF', Buffer.from('GIF89a\x03\x00\x02\x00')],
  ['a PNG cut short', PNG.subarray(0, 20)],
  ['a JPEG cut before its frame', JPEG.subarray(0, 30)],
  ['a JPEG whose marks are not where they should be', Buffer.concat([JPEG.subarray(0, 2), Buffer.alloc(64)])],
  ['a PNG of no width', Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(4), PNG.subarray(20)])],
  ['a picture that is too heavy', Buffer.concat([PNG, Buffer.alloc(MOST_PICTURE_BYTES)])],
])('%s is no picture', (_what, content) => expect(readPicture(content)).toBeNull());
