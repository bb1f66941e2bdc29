//! A body held in its encodings, and the choice between them.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, Response, header},
};
use std::io::Write;

/// The type of every page.
pub const HTML: &str = "text/html; charset=utf-8";

/// What a browser can take, from its `Accept-Encoding`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The smallest form that the browser accepts.
    #[must_use]
    pub fn accepted(headers: &HeaderMap) -> Self {
        let text = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
        if accepts(text, "br") {
            Self::Brotli
        } else if accepts(text, "gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }
}

/// A body, with what has been compressed beforehand.
#[derive(Clone)]
pub struct CompressedBody {
    pub identity: Bytes,
    pub br: Option<Bytes>,
    pub gz: Option<Bytes>,
}

impl CompressedBody {
    /// Compresses `text` in every form, for keeping.
    #[must_use]
    pub fn keep(text: String) -> Self {
        let identity = Bytes::from(text);
        let br = brotli(&identity, 9);
        let gz = gzip(&identity, 9);
        Self { identity, br, gz }
    }

    /// Compresses `text` in the one form that is wanted now, fast.
    #[must_use]
    pub fn once(text: String, wanted: Encoding) -> Self {
        let identity = Bytes::from(text);
        let br = (wanted == Encoding::Brotli).then(|| brotli(&identity, 3)).flatten();
        let gz = (wanted == Encoding::Gzip).then(|| gzip(&identity, 3)).flatten();
        Self { identity, br, gz }
    }

    /// Answers with the form wanted, if it is there.
    #[must_use]
    pub fn respond(&self, wanted: Encoding, content_type: &'static str) -> Response<Body> {
        let compressed = match wanted {
            Encoding::Brotli => self.br.as_ref(),
            Encoding::Gzip => self.gz.as_ref(),
            Encoding::Plain => None,
        };
        let mut response = Response::new(Body::from(compressed.unwrap_or(&self.identity).clone()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let (Some(_), Some(name)) = (compressed, wanted.name()) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }
}

/// Whether an `Accept-Encoding` header admits `coding`.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused = matches!(weight.trim().trim_start_matches("q="), "0" | "0.0" | "0.00" | "0.000");
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

/// The window, in bits, that holds all of a text: a larger one costs memory and gains nothing.
fn window_of(bytes: &[u8]) -> u32 {
    (usize::BITS - bytes.len().leading_zeros()).clamp(14, 20)
}

fn brotli(bytes: &[u8], quality: u32) -> Option<Bytes> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, quality, window_of(bytes));
    writer.write_all(bytes).and_then(|()| writer.flush()).ok()?;
    drop(writer);
    Some(out.into())
}

fn gzip(bytes: &[u8], level: u32) -> Option<Bytes> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    writer.write_all(bytes).ok()?;
    writer.finish().ok().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn an_encoding_is_used_only_where_the_browser_admits_it() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("gzip", "br"));
        assert!(!accepts("brotli", "br"));
        assert!(!accepts("", "gzip"));
    }
}
