"""Files in three steps."""

import urllib.error
import urllib.request

import pytest

OAK = "C0OAKWARD1"
PICTURE = b"\x89PNG and so on"


@pytest.fixture(autouse=True)
def _may_upload(workspace):
    workspace.scopes = workspace.scopes | {"files:write"}


def fetch(url, content=None, *, method="GET"):
    request = urllib.request.Request(url, data=content, method=method)  # noqa: S310 - loopback
    return urllib.request.urlopen(request, timeout=60)  # noqa: S310 - loopback


def send(url, content, *, method="POST"):
    with fetch(url, content, method=method) as answer:
        return answer.read().decode()


def refused(url, content=None):
    with pytest.raises(urllib.error.HTTPError) as error:
        fetch(url, content, method="GET" if content is None else "POST")
    with error.value as answer:
        return answer.code, answer.read().decode()


@pytest.fixture
def started(client):
    """A picture whose bytes have not come yet."""
    return client.files_getUploadURLExternal(filename="ward.png", length=len(PICTURE), alt_txt="Falls, week by week")


def test_a_file_arrives_with_its_description_and_a_comment(workspace, client, started):
    assert send(started["upload_url"], PICTURE) == f"OK - {len(PICTURE)}"
    row = {"id": started["file_id"], "title": "Falls"}
    done = client.files_completeUploadExternal(files=[row], channel_id=OAK, initial_comment="This month")
    assert done["files"][0]["title"] == "Falls"
    message = workspace.channel("oak-ward").messages[-1]
    file = message.files[0]
    assert (message.text, file["name"], file["size"]) == ("This month", "ward.png", len(PICTURE))
    assert (file["alt_txt"], file["mimetype"]) == ("Falls, week by week", "image/png")
    with fetch(file["url_private"]) as answer:
        assert (answer.read(), answer.headers["X-Content-Type-Options"]) == (PICTURE, "nosniff")


def test_the_sdk_s_own_way_works(workspace, client):
    client.files_upload_v2(channel=OAK, filename="report.docx", content="words", title="The month", alt_txt="Words")
    file = workspace.channel("oak-ward").messages[-1].files[0]
    assert (file["title"], file["size"], file["alt_txt"]) == ("The month", 5, "Words")
    with fetch(file["url_private"]) as answer:
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{file["id"]}.docx"'


def test_bytes_may_be_put_and_come_once(started):
    assert send(started["upload_url"], PICTURE, method="PUT") == f"OK - {len(PICTURE)}"
    assert refused(started["upload_url"], PICTURE) == (404, "not found")


def test_other_bytes_than_were_announced(client, started, refusal):
    assert refused(started["upload_url"], PICTURE + b"!")[0] == 400
    missing = refusal(client.files_completeUploadExternal, files=[{"id": started["file_id"]}], channel_id=OAK)
    assert missing.error == "file_not_found"


def test_a_file_is_completed_once(client, started, refusal):
    send(started["upload_url"], PICTURE)
    files = [{"id": started["file_id"]}]
    assert client.files_completeUploadExternal(files=files)["ok"]
    assert refusal(client.files_completeUploadExternal, files=files, channel_id=OAK).error == "file_not_found"


def test_a_refused_place_leaves_the_file_to_be_completed_elsewhere(workspace, client, started, refusal):
    send(started["upload_url"], PICTURE)
    files = [{"id": started["file_id"]}]
    assert refusal(client.files_completeUploadExternal, files=files, channel_id="C0X").error == "channel_not_found"
    client.files_completeUploadExternal(files=files, channel_id=OAK)
    assert len(workspace.channel("oak-ward").messages) == 1


def test_a_file_may_be_a_reply(workspace, client, started):
    root = client.chat_postMessage(channel=OAK, text="The month")["ts"]
    send(started["upload_url"], PICTURE)
    client.files_completeUploadExternal(files=[{"id": started["file_id"]}], channel_id=OAK, thread_ts=root)
    assert workspace.channel("oak-ward").messages[0].replies[0].files[0]["name"] == "ward.png"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"filename": "a.txt", "length": 0}, "missing_argument"),
        ({"filename": "a.txt", "length": "many"}, "missing_argument"),
        ({"filename": "a.txt", "length": 10**9}, "file_upload_size_restricted"),
        ({"filename": "a.txt", "length": 1, "alt_txt": "x" * 1001}, "alt_txt_too_large"),
    ],
)
def test_files_that_are_refused(client, refusal, given, error):
    assert refusal(client.files_getUploadURLExternal, **given).error == error


def test_files_need_their_scope(workspace, client, refusal):
    workspace.scopes = workspace.scopes - {"files:write"}
    answer = refusal(client.files_getUploadURLExternal, filename="a.txt", length=1)
    assert (answer.error, answer.body["needed"]) == ("missing_scope", "files:write")
    assert answer.body["provided"] == ",".join(sorted(workspace.scopes))


def test_a_file_that_never_was(workspace):
    assert refused(f"{workspace.address}/files/F0NONE")[0] == 404


def test_a_file_that_is_deleted_leaves_a_tombstone_and_is_deleted_once(workspace, client, started, refusal):
    send(started["upload_url"], PICTURE)
    client.files_completeUploadExternal(files=[{"id": started["file_id"]}], channel_id=OAK)
    [file] = workspace.channel("oak-ward").messages[-1].files
    client.files_delete(file=file["id"])
    assert workspace.channel("oak-ward").messages[-1].files == [{"id": file["id"], "mode": "tombstone"}]
    assert refused(file["url_private"])[0] == 404
    assert refusal(client.files_delete, file=file["id"]).error == "file_deleted"
    assert refusal(client.files_delete, file="F0NOWHERE").error == "file_not_found"
