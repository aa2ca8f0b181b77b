// The explorer calls as the page of a browser that is signed in: what changes something repeats a cookie in a header.
(function () {
  "use strict";
  const NAME = "Noteworthy-CSRF";
  const READING = ["GET", "HEAD", "OPTIONS"];
  const send = window.fetch.bind(window);

  function token() {
    const cookie = document.cookie.split("; ").find((each) => each.startsWith(NAME + "="));
    return cookie === undefined ? undefined : cookie.substring(NAME.length + 1);
  }

  window.fetch = function (resource, options) {
    const request = new Request(resource, options);
    const own = new URL(request.url).origin === window.location.origin;
    const value = token();
    if (own && value !== undefined && !READING.includes(request.method)) {
      request.headers.set(NAME, value);
    }
    return send(request);
  };
})();
