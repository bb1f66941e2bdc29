//! Files as people send them with a complaint, good ones and hostile ones; and the form that carries them.

#![allow(dead_code, reason = "no test file uses all of it")]

use flate2::{Compression, Crc, write::ZlibEncoder};
use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder};
use std::io::Write;

/// What stands in the metadata of the pictures, and may stand nowhere afterwards.
pub const PLACE: &str = "56.0379N 9.9270E Engvej";
/// Between the parts of a form.
pub const BOUNDARY: &str = "----graense7MA4YWxkTrZu0gW";

/// The type of a form with files, as a browser sends it.
pub fn content_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// A form as a browser sends it: its fields, written as one without files would be, and its files by name.
pub fn multipart(fields: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in form_urlencoded::parse(fields.as_bytes()) {
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    for (name, content) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"FILES\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// A PDF of so many bytes.
pub fn pdf(size: usize) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%".to_vec();
    pdf.resize(size.saturating_sub(8), b'a');
    pdf.extend_from_slice(b"\n%%EOF\n\n");
    pdf
}

/// Slanted stripes, row by row.
fn points(width: u32, height: u32) -> Vec<u8> {
    let (width, height) = (width as usize * 3, height as usize);
    let stripes: Vec<u8> =
        (0..width + 3 * 64).map(|place| u8::try_from(place / 3 % 64 * 3).expect("a byte")).collect();
    let mut points = Vec::with_capacity(width * height);
    for row in 0..height {
        points.extend_from_slice(&stripes[row % 64 * 3..][..width]);
    }
    points
}

/// A photograph that was taken with the camera held upright, and says where.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut plain = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut plain, 90);
    encoder.write_image(&points(width, height), width, height, ExtendedColorType::Rgb8).expect("a picture");
    let mut told = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    told.extend_from_slice(PLACE.as_bytes());
    let length = u16::try_from(told.len() + 2).expect("short").to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &told, &plain[2..], PLACE.as_bytes()].concat()
}

fn chunk(kind: &str, content: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(kind.as_bytes());
    sum.update(content);
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    [&length[..], kind.as_bytes(), content, &sum.sum().to_be_bytes()].concat()
}

/// A picture that says where it was made.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = png::Encoder::new(&mut plain, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a picture");
    writer.write_image_data(&points(width, height)).expect("its points");
    writer.finish().expect("its end");
    let told = chunk("tEXt", format!("Comment\0{PLACE}").as_bytes());
    [&plain[..33], &told, &plain[33..], PLACE.as_bytes()].concat()
}

/// A small file that wants to be 60,000 by 60,000 points.
pub fn bomb() -> Vec<u8> {
    let size = 60_000_u32.to_be_bytes();
    let head = [&size[..], &size, b"\x08\x02\0\0\0"].concat();
    let mut zeros = ZlibEncoder::new(Vec::new(), Compression::best());
    zeros.write_all(&vec![0; 1 << 20]).expect("written");
    let zeros = zeros.finish().expect("compressed");
    [b"\x89PNG\r\n\x1a\n", &chunk("IHDR", &head)[..], &chunk("IDAT", &zeros), &chunk("IEND", b"")].concat()
}
