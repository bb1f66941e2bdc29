//! The yardstick of `make bench`: the bytes of one file from a bare axum handler, and nothing else.
//!
//!   bare ADDRESS FILE

use axum::{Router, body::Bytes, http::header, routing::get};
use std::{error::Error, fs};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("bare ADDRESS FILE".into());
    };
    let bytes = Bytes::from(fs::read(file)?);
    let handler = move || {
        let bytes = bytes.clone();
        async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes) }
    };
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().route("/", get(handler))).await?;
    Ok(())
}
