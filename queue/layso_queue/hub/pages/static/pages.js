"use strict";
// Small comforts. Every page works without this file.
(function () {
  var near = document.querySelector("[data-near]");
  if (near && window.isSecureContext && navigator.geolocation) {
    var said = near.querySelector("[role=status] span"), asking = false;
    near.hidden = false;
    near.addEventListener("submit", function (event) {
      event.preventDefault();
      if (asking) { return; }
      asking = true;
      said.hidden = true;
      navigator.geolocation.getCurrentPosition(function (found) {
        asking = false;
        // Two decimals are about a kilometre: no more than that leaves the browser.
        near.elements.latitude.value = found.coords.latitude.toFixed(2);
        near.elements.longitude.value = found.coords.longitude.toFixed(2);
        near.submit();
      }, function () {
        asking = false;
        said.hidden = false;
      }, { timeout: 15000, maximumAge: 600000 });
    });
  }
  var opinion = document.querySelector(".opinion");
  if (opinion) {
    opinion.addEventListener("change", function (event) {
      if (event.target.type !== "radio") { return; }
      opinion.querySelectorAll(".why").forEach(function (part) {
        // What is no longer seen is no longer said.
        if (part.offsetParent === null) {
          part.querySelectorAll("input").forEach(function (one) { one.checked = false; });
        }
      });
    });
  }
  var forms = document.querySelectorAll("form[data-once]");
  forms.forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); }
      form.dataset.sent = "1";
    });
  });
  addEventListener("pageshow", function () {
    forms.forEach(function (form) { delete form.dataset.sent; });
  });
  var live = document.querySelector("[data-live]");
  if (!live) { return; }
  var lost = document.querySelector("[data-lost]"), state = live.dataset.state;
  var heard = Date.now(), later = 0, busy = false;
  function two(n) { return (n < 10 ? "0" : "") + n; }
  function moment(at) {
    var time = two(at.getHours()) + ":" + two(at.getMinutes());
    if (at.toDateString() === new Date().toDateString()) { return time; }
    var date = two(at.getDate()) + "/" + two(at.getMonth() + 1) + "/" + at.getFullYear();
    return lost.dataset.day.replace("%t", time).replace("%d", date);
  }
  function missed() {
    // One answer may go astray; two are told: old news must not look as if they were of now.
    if (Date.now() - heard < 15000) { return; }
    live.classList.add("stale");
    var said = lost.dataset.lost.replace("%", moment(new Date(heard)));
    if (lost.textContent !== said) { lost.textContent = said; }
    lost.hidden = false;
  }
  function show(text) {
    var part = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
    heard = Date.now();
    lost.hidden = true;
    live.classList.remove("stale");
    if (!part) { location.reload(); return; }
    if (part.dataset.state !== state && "reload" in live.dataset) { location.reload(); return; }
    if (part.innerHTML !== live.innerHTML) { live.innerHTML = part.innerHTML; }
    if (part.dataset.state !== state) {
      state = part.dataset.state;
      document.title = part.dataset.title;
      if (state === "called" && navigator.vibrate) { navigator.vibrate([300, 150, 300]); }
    }
  }
  function look() {
    if (document.hidden || busy || Date.now() < later) { return; }
    busy = true;
    var over = new AbortController(), end = setTimeout(function () { over.abort(); }, 7000);
    fetch(live.dataset.live, { headers: { accept: "text/html" }, signal: over.signal })
      .then(function (answer) {
        // Whoever was signed in and is no more is led to the sign-in; a ticket that is gone, too.
        if (answer.redirected) { location.assign(answer.url); return; }
        if (answer.status === 404) { location.reload(); return; }
        if (answer.status === 429) {
          later = Date.now() + 1000 * Number(answer.headers.get("retry-after") || 8);
        }
        if (!answer.ok) { throw new Error(); }
        return answer.text().then(show);
      }).catch(missed).then(function () { clearTimeout(end); busy = false; });
  }
  setInterval(look, 8000);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
})();
