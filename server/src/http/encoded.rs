//! A body held in its encodings, and the choice between them.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use std::io::Write;

/// A body, with what has been compressed beforehand.
#[derive(Clone)]
pub struct Encoded {
    pub identity: Bytes,
    pub br: Option<Bytes>,
    pub gz: Option<Bytes>,
}

impl Encoded {
    /// Compresses `text` for keeping.
    #[must_use]
    pub fn compress(text: String) -> Self {
        let identity = Bytes::from(text);
        let br = brotli(&identity);
        let gz = gzip(&identity);
        Self { identity, br, gz }
    }

    /// The smallest form that the browser accepts.
    #[must_use]
    pub fn respond(&self, asked: &HeaderMap, content_type: &'static str) -> Response<Body> {
        let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
        let (encoding, body) = match (&self.br, &self.gz) {
            (Some(br), _) if accepts(accepted, "br") => (Some("br"), br),
            (_, Some(gz)) if accepts(accepted, "gzip") => (Some("gzip"), gz),
            _ => (None, &self.identity),
        };
        let mut response = Response::new(Body::from(body.clone()));
        *response.status_mut() = StatusCode::OK;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
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

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 9, 20);
    writer.write_all(bytes).and_then(|()| writer.flush()).ok()?;
    drop(writer);
    Some(out.into())
}

fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
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
