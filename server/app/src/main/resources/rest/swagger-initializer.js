// Shows the documents that this server lists at /openapi.
window.onload = async () => {
  const { documents } = await (await fetch("/openapi")).json();
  window.ui = SwaggerUIBundle({
    urls: documents.map(({ name, url }) => ({ name, url })),
    dom_id: "#swagger-ui",
    deepLinking: true,
    validatorUrl: null,
    docExpansion: "none",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: "StandaloneLayout",
  });
};
