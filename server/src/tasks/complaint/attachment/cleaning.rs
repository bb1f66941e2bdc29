//! What a file is, by what stands in it, and nothing in a picture but the picture: it is read point by point and written
//! anew, so that neither the place where it was taken nor anything hidden behind it goes along.

use crate::crypto::{
    random::Random,
    sealed_file::{SealedFile, SealedFileWriter},
};
use app::tasks::complaint::attachment::{AttachmentError, AttachmentKind, LARGEST};
use image::{
    ColorType, GenericImageView, ImageBuffer, ImageDecoder, ImageError, Luma, Pixel, PixelWithColorType, Rgb,
    codecs::jpeg::{JpegDecoder, JpegEncoder},
    metadata::Orientation,
};
use std::{
    io::{self, Cursor, Write},
    sync::Arc,
};
use thiserror::Error;
use zeroize::Zeroizing;

/// Bytes that the points of a picture may take in memory at once: nineteen million of a photograph.
const POINTS: usize = 56 * 1024 * 1024;
/// How many times as much a photograph takes that comes sharper and sharper: all of it is held until the end.
const PROGRESSIVE: usize = 3;
/// Bytes that a picture may have once it is written anew.
const WRITTEN: u64 = 2 * LARGEST;
/// Points of a photograph that is read at a smaller size.
const SMALLER: usize = 10_000_000;
/// Bytes that the points of a picture may have that is read row by row: forty million of them, and seconds.
const MOST_POINTS: usize = 120_000_000;
/// Bytes of what stands beside the points of a picture.
const BESIDE: usize = 4 * 1024 * 1024;
/// How good a photograph is written anew, of 100: a letter that was photographed stays readable.
const QUALITY: u8 = 88;
/// Bytes at the end of a PDF in which its end must stand.
const END: usize = 1024;

/// Why a file could not be cleaned.
#[derive(Debug, Error)]
pub enum CleaningError {
    #[error("the file is not taken: {0:?}")]
    Refused(AttachmentError),
    #[error("there is no room for the file: {0}")]
    Io(io::Error),
}

impl From<io::Error> for CleaningError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::FileTooLarge => Self::Refused(AttachmentError::TooWide),
            _ => Self::Io(error),
        }
    }
}

/// What a file is. A PDF is whole; of a picture that is not known yet.
pub fn inspect(sent: &SealedFile) -> Result<AttachmentKind, CleaningError> {
    let (parts, _) = sent.measure();
    let kind = tell_kind(&sent.read_part(0)?).ok_or(CleaningError::Refused(AttachmentError::Unknown))?;
    if kind == AttachmentKind::Pdf {
        let mut end = Zeroizing::new(Vec::new());
        for place in parts.saturating_sub(2)..parts {
            end.extend_from_slice(&sent.read_part(place)?);
        }
        if !has_end(&end) {
            return Err(CleaningError::Refused(AttachmentError::Broken));
        }
    }
    Ok(kind)
}

/// A picture, written anew.
pub fn clean(
    sent: &SealedFile,
    kind: AttachmentKind,
    random: &Arc<Random>,
) -> Result<SealedFile, CleaningError> {
    let bytes = sent.read()?;
    let out = SealedFileWriter::new(random, WRITTEN)?;
    let clean = match kind {
        AttachmentKind::Png => write_png(&bytes, out)?,
        _ => write_jpeg(bytes, out)?,
    };
    Ok(clean.finish()?)
}

/// What a file is by its first bytes. Its name and what the browser says of it count for nothing.
fn tell_kind(bytes: &[u8]) -> Option<AttachmentKind> {
    let begins: [(&[u8], AttachmentKind); 2] =
        [(b"\xff\xd8\xff", AttachmentKind::Jpeg), (b"\x89PNG\r\n\x1a\n", AttachmentKind::Png)];
    // Some programs write a mark or a line break before a PDF, and every reader passes over it.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"%PDF-") {
        return Some(AttachmentKind::Pdf);
    }
    begins.into_iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, kind)| kind)
}

/// Whether a PDF has its end, before what fills up the file.
fn has_end(pdf: &[u8]) -> bool {
    let filled = pdf.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let tail = &pdf[filled.saturating_sub(END)..filled];
    tail.windows(5).any(|word| word == b"%%EOF")
}

/// Nobody can tell more of a picture that cannot be read than that.
fn broken<T>(_: T) -> CleaningError {
    CleaningError::Refused(AttachmentError::Broken)
}

/// What keeps a picture from being written: of where it is written to, or of itself.
fn cannot_write(error: png::EncodingError) -> CleaningError {
    match error {
        png::EncodingError::IoError(error) => error.into(),
        other => broken(other),
    }
}

fn write_png(bytes: &[u8], mut out: SealedFileWriter) -> Result<SealedFileWriter, CleaningError> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: BESIDE });
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(broken)?;
    let (color, depth) = reader.output_color_type();
    let info = reader.info();
    let (width, height, is_interlaced) = (info.width, info.height, info.interlaced);
    let whole = reader.output_buffer_size().unwrap_or(usize::MAX);
    let most = if is_interlaced { POINTS } else { MOST_POINTS };
    if whole > most {
        return Err(CleaningError::Refused(AttachmentError::TooWide));
    }
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header().map_err(cannot_write)?;
    let mut rows = writer.stream_writer().map_err(cannot_write)?;
    if is_interlaced {
        let mut points = Zeroizing::new(vec![0; whole]);
        reader.next_frame(&mut points).map_err(broken)?;
        rows.write_all(&points)?;
    } else {
        while let Some(row) = reader.next_row().map_err(broken)? {
            rows.write_all(row.data())?;
        }
    }
    rows.finish().map_err(cannot_write)?;
    writer.finish().map_err(cannot_write)?;
    Ok(out)
}

fn write_jpeg(bytes: Zeroizing<Vec<u8>>, out: SealedFileWriter) -> Result<SealedFileWriter, CleaningError> {
    // A reader that makes up what is missing would take half a letter for a whole one.
    let layout = JpegLayout::of(&bytes).filter(|layout| layout.has_end).ok_or_else(|| broken(()))?;
    let mut decoder = JpegDecoder::new(Cursor::new(bytes.as_slice())).map_err(broken)?;
    let (orientation, size) = (decoder.orientation().map_err(broken)?, decoder.dimensions());
    let whole = usize::try_from(decoder.total_bytes()).map_err(broken)?;
    drop(decoder);
    if layout.is_progressive && whole.saturating_mul(PROGRESSIVE) > POINTS {
        return Err(CleaningError::Refused(AttachmentError::TooWide));
    }
    if whole > POINTS {
        let photograph = read_smaller(&bytes, size)?;
        drop(bytes);
        return encode(&photograph, orientation, out);
    }
    // It has a copy of its own, and the first one goes.
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    let color = decoder.color_type();
    let mut points = Zeroizing::new(vec![0; whole]);
    decoder.read_image(&mut points).map_err(broken)?;
    encode(&Photograph { points, size, color }, orientation, out)
}

/// A photograph, point by point.
struct Photograph {
    points: Zeroizing<Vec<u8>>,
    size: (u32, u32),
    color: ColorType,
}

/// A photograph with so many points that they do not fit into memory, at a half, a quarter or an eighth of its size: a
/// letter is as readable as ever.
fn read_smaller(bytes: &[u8], (width, height): (u32, u32)) -> Result<Photograph, CleaningError> {
    let is_small = |times: &u32| (width / times) as usize * (height / times) as usize <= SMALLER;
    let times = [2, 4, 8].into_iter().find(is_small);
    let times = times.ok_or(CleaningError::Refused(AttachmentError::TooWide))?;
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(POINTS);
    let smaller = |length: u32| u16::try_from(length / times).map_err(broken);
    let (width, height) = decoder.scale(smaller(width)?, smaller(height)?).map_err(broken)?;
    let points = Zeroizing::new(decoder.decode().map_err(broken)?);
    let color = match decoder.info().map(|info| info.pixel_format) {
        Some(jpeg_decoder::PixelFormat::L8) => ColorType::L8,
        Some(jpeg_decoder::PixelFormat::RGB24) => ColorType::Rgb8,
        _ => return Err(CleaningError::Refused(AttachmentError::TooWide)),
    };
    Ok(Photograph { points, size: (width.into(), height.into()), color })
}

/// What is to be known of a photograph before it is read.
struct JpegLayout {
    is_progressive: bool,
    /// Whether it ends after its points have begun. A small picture beside it, within its beginning, has an end of its own.
    has_end: bool,
}

impl JpegLayout {
    fn of(bytes: &[u8]) -> Option<Self> {
        let (mut at, mut is_progressive) = (2, false);
        loop {
            let &[0xff, marker] = bytes.get(at..at + 2)?.first_chunk::<2>()? else { return None };
            match marker {
                // Filling, of which there may be more than one.
                0xff => {
                    at += 1;
                    continue;
                }
                0xda => break,
                0xc2 => is_progressive = true,
                _ => {}
            }
            let length = u16::from_be_bytes(*bytes.get(at + 2..at + 4)?.first_chunk()?);
            at += 2 + usize::from(length.max(2));
        }
        let has_end = bytes[at..].windows(2).any(|marker| marker == b"\xff\xd9");
        Some(Self { is_progressive, has_end })
    }
}

fn encode(
    Photograph { points, size, color }: &Photograph,
    orientation: Orientation,
    out: SealedFileWriter,
) -> Result<SealedFileWriter, CleaningError> {
    match color {
        ColorType::L8 => encode_as::<Luma<u8>>(points, *size, orientation, out),
        ColorType::Rgb8 => encode_as::<Rgb<u8>>(points, *size, orientation, out),
        _ => Err(broken(())),
    }
}

fn encode_as<P>(
    points: &[u8],
    (width, height): (u32, u32),
    orientation: Orientation,
    mut out: SealedFileWriter,
) -> Result<SealedFileWriter, CleaningError>
where
    P: Pixel<Subpixel = u8> + PixelWithColorType,
{
    let image = ImageBuffer::<P, &[u8]>::from_raw(width, height, points).ok_or_else(|| broken(()))?;
    let upright = Upright { image, orientation };
    let written = JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&upright);
    written.map_err(|error| match error {
        ImageError::IoError(error) => error.into(),
        other => broken(other),
    })?;
    Ok(out)
}

/// A picture as it is looked at, whichever way the camera was held. Nothing is copied for it: a large one would not fit
/// into memory twice.
struct Upright<'a, P: Pixel<Subpixel = u8>> {
    image: ImageBuffer<P, &'a [u8]>,
    orientation: Orientation,
}

impl<P: Pixel<Subpixel = u8>> GenericImageView for Upright<'_, P> {
    type Pixel = P;

    fn dimensions(&self) -> (u32, u32) {
        let (width, height) = self.image.dimensions();
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            _ => (width, height),
        }
    }

    fn get_pixel(&self, x: u32, y: u32) -> P {
        let (width, height) = self.image.dimensions();
        let (x, y) = match self.orientation {
            Orientation::NoTransforms => (x, y),
            Orientation::FlipHorizontal => (width - 1 - x, y),
            Orientation::FlipVertical => (x, height - 1 - y),
            Orientation::Rotate180 => (width - 1 - x, height - 1 - y),
            Orientation::Rotate90 => (y, height - 1 - x),
            Orientation::Rotate270 => (width - 1 - y, x),
            Orientation::Rotate90FlipH => (y, x),
            Orientation::Rotate270FlipH => (width - 1 - y, height - 1 - x),
        };
        *self.image.get_pixel(x, y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::DynamicImage;

    #[test]
    fn a_picture_stands_upright_whichever_way_the_camera_was_held() {
        let (width, height) = (3, 2);
        let points: Vec<u8> = (0..18).collect();
        for turned in (1..=8).filter_map(Orientation::from_exif) {
            let image =
                ImageBuffer::<Rgb<u8>, _>::from_raw(width, height, points.as_slice()).expect("a picture");
            let upright = Upright { image, orientation: turned };
            let own = ImageBuffer::from_raw(width, height, points.clone()).expect("a picture");
            let mut expected = DynamicImage::ImageRgb8(own);
            expected.apply_orientation(turned);
            let expected = expected.to_rgb8();
            assert_eq!(upright.dimensions(), expected.dimensions(), "{turned:?}");
            for (x, y, point) in expected.enumerate_pixels() {
                assert_eq!(upright.get_pixel(x, y), *point, "{turned:?} {x} {y}");
            }
        }
    }
}
