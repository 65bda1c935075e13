"""Asking the cluster: over again where a node has just died, and told where a part stays out of reach."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    NotFoundError,
    OpenSearchException,
    RequestError,
)

from cpecbot.errors import StoreError

Body = Mapping[str, Any]
Response = Mapping[str, Any]

# Seconds before each further try: the replicas of a node that dies take over within a second or two.
_PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0)
# For so long after all tries were in vain nothing is tried again: a person waits for each.
_GIVEN_UP_FOR = 15.0
# Where no node answers, nobody else waits for that in these seconds.
_AWAY_FOR = 1.0
# Seconds for one request, and tries of the client at other nodes.
_TIMEOUT = 5.0
_NODES_TRIED = 3
_GONE = 404


class Access(Struct, frozen=True):
    """Where the cluster is: ``urls`` of some of its nodes, and who asks."""

    urls: tuple[str, ...]
    index: str
    user: str | None = None
    password: str | None = None


class Connection:
    """One cluster. Safe to share between threads.

    ``gaps`` counts how often a shard stayed out of reach, and something was found out without it.
    """

    def __init__(self, access: Access) -> None:
        self.index = access.index
        self._where = ", ".join(access.urls)
        self.client = OpenSearch(
            list(access.urls),
            http_auth=(access.user, access.password or "") if access.user else None,
            timeout=_TIMEOUT,
            max_retries=_NODES_TRIED,
            retry_on_timeout=True,
            retry_on_status=(429, 502, 503, 504),
            pool_maxsize=32,
        )
        # It would tell each node that does not answer, with a trace, as a warning.
        logging.getLogger("opensearch").setLevel(logging.ERROR)
        self.gaps = 0
        self._hopeless_until = 0.0
        self._away_until = 0.0

    def search(self, index: str, *bodies: Body) -> Sequence[Response]:
        """What each of ``bodies`` finds in ``index``, in one request; as ``search_in``."""
        return self.search_in(*((index, body) for body in bodies))

    def search_in(self, *asked: tuple[str, Body]) -> Sequence[Response]:
        """What each of ``asked``, an index and a body, finds; a gap is counted where a shard stays out of reach.

        Scores are by the frequencies in the whole index, not in one shard. Raises StoreError where none can be asked.
        """
        headers = ({"index": index, "search_type": "dfs_query_then_fetch"} for index, _ in asked)
        lines = [line for header, (_, body) in zip(headers, asked, strict=True) for line in (header, body)]
        if time.monotonic() < self._away_until:
            raise StoreError(self._away("no node answered a moment ago"))
        for pause in (*self._pauses(), None):
            with self.told():
                found: list[Response] = self.client.msearch(body=lines)["responses"]
            if all(map(_is_whole, found)):
                return found
            if any(each.get("status") == _GONE for each in found):
                break
            if pause is not None:
                time.sleep(pause)
        self._hopeless_until = time.monotonic() + _GIVEN_UP_FOR
        for each in found:
            if each.get("status") == _GONE:
                raise StoreError(f"{self._named()} was filled anew; send /reload to the bot, or start anew.")
            if "error" in each:
                raise StoreError(f"{self._named()} cannot answer ({_reason(each)}); look at its health.")
        self.gaps += 1
        return found

    def _pauses(self) -> Sequence[float]:
        return () if time.monotonic() < self._hopeless_until else _PAUSES

    @contextmanager
    def told(self) -> Iterator[None]:
        """Raises StoreError in plain words for what the client raises."""
        try:
            yield
        except (AuthenticationException, AuthorizationException) as error:
            raise StoreError(
                f"{self._named()} does not let cpecbot in; check opensearch_user and CPECBOT_OPENSEARCH_PASSWORD."
            ) from error
        except NotFoundError as error:
            raise StoreError(f"{self._named()} has no such index; put the articles there: cpecbot index.") from error
        except RequestError as error:
            raise StoreError(f"{self._named()} refuses what it is sent ({error.error}); look at its log.") from error
        except OpenSearchException as error:
            self._away_until = time.monotonic() + _AWAY_FOR
            raise StoreError(self._away(type(error).__name__)) from error

    def _away(self, reason: str) -> str:
        return f"{self._named()} cannot be asked ({reason}); check that it runs, and opensearch_url."

    def _named(self) -> str:
        return f'The cluster at {self._where}, index "{self.index}",'


def _is_whole(response: Response) -> bool:
    shards = response.get("_shards", {})
    return "error" not in response and not response.get("timed_out") and shards["successful"] == shards["total"]


def _reason(response: Response) -> str:
    error = response["error"]
    return str(error.get("reason", error.get("type"))) if isinstance(error, dict) else str(error)
