//! A zip that is written while it is sent: memory holds a part of an attachment at a time.

use crate::{tasks::complaint::attachment::model::OpenedAttachment, web::AppState};
use app::tasks::desk::complaints::package::name_file;
use axum::body::Bytes;
use futures_util::{Stream, stream::unfold};
use std::{
    io::{self, Write},
    mem::take,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::mpsc::{Sender, channel};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Pieces that wait to be sent.
const WAITING: usize = 2;

type Piece = Result<Bytes, io::Error>;

/// What is to be packed.
pub struct Contents {
    /// Files that are there already, by their names.
    pub papers: Vec<(&'static str, Vec<u8>)>,
    pub attachments: Vec<OpenedAttachment>,
}

/// The archive, as it is made. An attachment that has gone meanwhile ends it before its time.
pub fn stream_archive(state: Arc<AppState>, contents: Contents) -> impl Stream<Item = Piece> + use<> {
    let (sender, receiver) = channel(WAITING);
    tokio::spawn(async move {
        if let Err(error) = write_archive(&state, contents, &sender).await {
            // Whoever fetches it has gone where nobody hears that.
            let _ = sender.send(Err(error)).await;
        }
    });
    unfold(receiver, async |mut receiver| receiver.recv().await.map(|piece| (piece, receiver)))
}

async fn write_archive(state: &AppState, contents: Contents, sender: &Sender<Piece>) -> io::Result<()> {
    let outbox = Outbox::default();
    let mut zip = ZipWriter::new_stream(outbox.clone());
    // Readers that do not look at the end first know where a file ends only if it is compressed.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let options = options.compression_level(Some(1));
    for (name, content) in contents.papers {
        zip.start_file(name, options).map_err(io::Error::other)?;
        zip.write_all(&content)?;
        outbox.send(sender).await?;
    }
    for file in contents.attachments {
        let name = name_file(file.place, file.about.kind.extension());
        zip.start_file(name, options).map_err(io::Error::other)?;
        for place in 0..file.about.parts {
            let part = state.services.attachments.read_part(&file, place).await.map_err(io::Error::other)?;
            zip.write_all(&part.ok_or_else(|| io::Error::other("the file is gone"))?)?;
            outbox.send(sender).await?;
        }
    }
    zip.finish().map_err(io::Error::other)?;
    outbox.send(sender).await
}

/// What was written and not sent yet.
#[derive(Clone, Default)]
struct Outbox(Arc<Mutex<Vec<u8>>>);

impl Outbox {
    async fn send(&self, sender: &Sender<Piece>) -> io::Result<()> {
        let piece = take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        sender.send(Ok(piece.into())).await.map_err(io::Error::other)
    }
}

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
