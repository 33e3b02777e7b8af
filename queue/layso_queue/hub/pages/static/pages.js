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
  var state = live.dataset.state;
  function look() {
    if (document.hidden) { return; }
    fetch(live.dataset.live, { headers: { accept: "text/html" } }).then(function (answer) {
      if (!answer.ok) { throw new Error(); }
      return answer.text();
    }).then(function (text) {
      var part = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
      if (!part) { location.reload(); return; }
      if (part.dataset.state !== state && "reload" in live.dataset) { location.reload(); return; }
      if (part.innerHTML !== live.innerHTML) { live.innerHTML = part.innerHTML; }
      if (part.dataset.state !== state) {
        state = part.dataset.state;
        document.title = part.dataset.title;
        if (state === "called" && navigator.vibrate) { navigator.vibrate([300, 150, 300]); }
      }
    }).catch(function () { });
  }
  setInterval(look, 8000);
  document.addEventListener("visibilitychange", look);
})();
